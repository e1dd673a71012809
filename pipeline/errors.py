"""What can go wrong around documents: folders, names, disks. Messages are for the officer."""


class PipelineError(Exception):
    """Base of every error this package raises; the message is Dutch and quotes no document."""

    exit_code = 1


class WrongUseError(PipelineError):
    """The command was asked to do something that it must not do."""

    exit_code = 2
