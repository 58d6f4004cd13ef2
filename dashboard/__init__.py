"""The dashboard: the pages, files and charts that show the published figures."""
