"""The read API as one registry of addresses: OpenAPI for programs (/openapi.json), a page for people (/api)."""
