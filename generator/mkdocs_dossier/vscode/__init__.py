"""The settings of Visual Studio Code, which are the user's own: one key is put into them, all else stays as it is."""
