"""Choose what each page holds, and write it as Markdown and as HTML."""
