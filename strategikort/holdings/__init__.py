"""The user's own documents: one SQLite database, filled from files and searched with the rest.

opening, own, location
    The collection as it is read: whether there is one, where it lies, what is in it.
holdings, database, problems
    The collection as it is changed: documents added, replaced and removed; what SQLite cannot.
intake, files, prepare, identify
    Many files taken in: found, read side by side, made into documents with ids.
documents, certificate, copies, originals
    What is kept of a document: its text, how well it was read, a copy, where its file lies.
readbefore, knownfiles, update
    Files that were read before, and which of them have to be read again.
sametext, twins, unreadfiles
    Files with the same content or the same text, and those that could not be read.
ownprofile, profilewriter
    What a user says of a document, and a profile to begin with.
viewer
    The command that opens a file.
"""
