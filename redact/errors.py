"""Everything that can go wrong with a document.

A message says in Dutch what is wrong and what to do; it never quotes the document. The caller
knows which file it was about and names it.
"""

import copyreg
from typing import Any


class RedactError(Exception):
    """Base of every error this package raises."""

    exit_code = 1
    message = "Dit bestand kon niet worden verwerkt."
    next_step = "Meld dit met het versienummer van lakwerk."

    def __str__(self) -> str:
        """Return what is wrong and what to do."""
        return f"{self.message} {self.next_step}"

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes whole: Exception itself would lose what __init__ was given."""
        return copyreg.__newobj__, (type(self),), self.__dict__  # type: ignore[attr-defined]


class EncryptedError(RedactError):
    """The file asks for a password."""

    message = "Het bestand is met een wachtwoord beveiligd."
    next_step = "Sla het zonder wachtwoord op en bied het opnieuw aan."


class DamagedError(RedactError):
    """The file says it is of a known kind but cannot be read as such."""

    message = "Het bestand is beschadigd of onvolledig."
    next_step = "Open het in het programma waarmee het is gemaakt en sla het opnieuw op."


class EmptyFileError(RedactError):
    """The file has no bytes, or no page."""

    message = "Het bestand is leeg."
    next_step = "Controleer of de juiste versie is aangeleverd."


class UnknownFormatError(RedactError):
    """The bytes are not those of a document we can read."""

    message = "Dit is geen document dat lakwerk kan lezen."
    next_step = "Bied een PDF, DOCX, ODT, DOC, RTF, TXT of MD aan."


class ArchiveError(UnknownFormatError):
    """The file is a ZIP file or another archive."""

    message = "Dit is een ZIP-bestand of een ander archief."
    next_step = "Pak het uit en bied de documenten los aan."


class ImageError(UnknownFormatError):
    """The file is an image."""

    message = "Dit is een afbeelding."
    next_step = "Maak er met OCR een PDF met leesbare tekst van en bied die aan."


class MailError(UnknownFormatError):
    """The file is a message of a mail program."""

    message = "Dit is een bericht uit een mailprogramma."
    next_step = "Sla het bericht op als PDF, met zijn bijlagen apart, en bied die aan."


class ProgramError(UnknownFormatError):
    """The file is a program."""

    message = "Dit is een programma en geen document."
    next_step = "Controleer hoe dit bestand tussen de documenten is gekomen."


class SheetError(UnknownFormatError):
    """The file is a spreadsheet, a presentation or another office file without running text."""

    message = "Dit is een rekenblad, een presentatie of een ander kantoorbestand."
    next_step = "Sla het in het programma waarmee het is gemaakt op als PDF."


class WebPageError(UnknownFormatError):
    """The file is a web page."""

    message = "Dit is een webpagina."
    next_step = "Open haar in een browser, druk haar af naar PDF en bied die aan."


class NoTextError(RedactError):
    """A page shows something but holds no text that can be read."""

    next_step = "Maak de tekst leesbaar met OCR en bied het bestand opnieuw aan."

    def __init__(self, pages: tuple[int, ...]) -> None:
        super().__init__()
        shown = ", ".join(str(page + 1) for page in pages[:10]) + (" ..." if pages[10:] else "")
        self.message = f"Er staat geen leesbare tekst op pagina {shown}."


class UnmappedTextError(RedactError):
    """A page holds text, but its font does not tell which letters are drawn."""

    next_step = "Sla het opnieuw op als PDF met ingesloten lettertypen, of gebruik OCR."

    def __init__(self, pages: tuple[int, ...]) -> None:
        super().__init__()
        shown = ", ".join(str(page + 1) for page in pages[:10]) + (" ..." if pages[10:] else "")
        self.message = f"De letters van de tekst zijn niet te herleiden op pagina {shown}."


class TooLargeError(RedactError):
    """The file is over a limit that protects this machine."""

    message = "Het bestand is te groot om veilig te verwerken."
    next_step = "Splits het in delen en bied die apart aan."


class TooHardError(RedactError):
    """Work on the file went over the time or memory that one file may take."""

    message = "Het bestand kost te veel tijd of geheugen."
    next_step = "Splits het, of sla het opnieuw op in het programma waarmee het is gemaakt."


class CrashedError(RedactError):
    """The program that worked on the file died."""

    message = "Het programma dat dit bestand las is vastgelopen."
    next_step = "Meld dit met het versienummer van lakwerk."


class ConverterMissingError(RedactError):
    """A program we need for this kind of file is not installed."""

    message = "Voor dit soort bestand is LibreOffice nodig, en dat is hier niet gevonden."
    next_step = "Installeer het pakket libreoffice-writer, of sla het bestand eerst op als PDF."


class ConversionError(RedactError):
    """A converter crashed, took too long or wrote nothing."""

    message = "Het bestand kon niet naar PDF worden omgezet."
    next_step = "Open het in het programma waarmee het is gemaakt en sla het op als PDF."


class UndrawableError(RedactError):
    """A document cannot be set anew: our fonts lack letters of it."""

    message = "Dit document bevat letters die lakwerk niet opnieuw kan zetten."
    next_step = "Gebruik voor dit document de opmaak van de bron (--layout keep)."


class PolicyError(RedactError):
    """A policy file is not what the reference says."""

    exit_code = 2
    next_step = "Zie docs/reference/policy.md voor wat een beleidsbestand kan bevatten."

    def __init__(self, message: str) -> None:
        super().__init__()
        self.message = message


class RecogniserMissingError(RedactError):
    """The policy chooses a recogniser of persons that is not installed."""

    exit_code = 2
    message = "Het taalmodel dat het beleid onder [recogniser] kiest, is niet geïnstalleerd."
    next_step = "Installeer het model voor spaCy, of haal de sleutel spacy uit het beleid."


class GroundMissingError(RedactError):
    """A place must go, but nobody said under which ground."""

    message = "Er is besloten tekst weg te laten zonder dat er een grond bij staat."
    next_step = "Geef bij dat besluit een grond op."


class LeakError(RedactError):
    """The output still holds something that had to go; nothing was written.

    `leaks` says in Dutch where and through which channel, never what; `pages` are the numbers,
    from 0, of the pages among those places.
    """

    exit_code = 3
    next_step = "Er is niets weggeschreven. Laat een medewerker dit document bekijken."

    def __init__(self, leaks: tuple[str, ...], pages: frozenset[int] = frozenset()) -> None:
        super().__init__()
        self.leaks = leaks
        self.pages = pages
        self.message = "De controle vond tekst die weg moest: " + "; ".join(leaks) + "."
