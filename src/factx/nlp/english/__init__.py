"""The bundled English weights and their tables; see README.md here for sources and licence."""
