"""What lets a fresh Debian or Ubuntu run the project: servers, environment, demo, test run."""
