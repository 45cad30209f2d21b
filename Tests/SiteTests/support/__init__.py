"""What the tests of the published site share: servers, browsers, readers of what was published."""
