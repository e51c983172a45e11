"""What readers are told, in their language: the one catalogue of the interface's texts, made with gettext."""
