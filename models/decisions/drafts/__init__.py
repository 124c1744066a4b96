"""What is written for a proposal, a return or an edit and not yet done: kept, so that nothing typed is lost."""
