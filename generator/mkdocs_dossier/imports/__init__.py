"""What others wrote becomes files of the collection: bytes to articles or to records, or a reason why not.

bytes ─kinds─► the reader of their kind ─► Found: Drafts, and what was not taken ─arrange─► the text of an article each
bytes ─decode | sheets─► table | json_lines ─► rows ─batch─► the text of one YAML file each, or of one_file
"""
