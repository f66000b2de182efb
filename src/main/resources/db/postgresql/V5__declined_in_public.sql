-- Whether everybody sees that the sources do not answer a question.
ALTER TABLE server_settings ADD COLUMN declined_in_public BOOLEAN NOT NULL DEFAULT false;
