"""From files to raw trees and prose. The only importer of yaml and markdown_it."""
