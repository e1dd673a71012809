"""`python -m training DATA WHEELS`: makes the recogniser; `make train` runs it."""

from training.make import main

if __name__ == "__main__":  # the processes that learn must find their work in a module
    main()
