"""What assistants are given: the collection over the Model Context Protocol (MCP)."""
