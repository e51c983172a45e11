"""What others wrote becomes files of the collection: bytes to an article or to records, or a reason why not.

bytes ─sniff─► decode ─► page | dump | paged ─► Draft ─arrange─► the text of one article
bytes ─decode─► table | json_lines ─► rows ─records─► the text of one YAML file each
"""
