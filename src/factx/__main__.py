"""Run the command line as ``python -m factx``."""

from factx.cli import main

if __name__ == "__main__":
    main()
