"""保存と廃棄: how long ended cases are kept, what holds them back, and their disposal by two people."""
