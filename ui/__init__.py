"""The pages of the app. They show what the knowledge base says; nothing is decided here."""
