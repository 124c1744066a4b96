"""The office's certificate: letters are signed with its key, and any reader of PDF can check them."""
