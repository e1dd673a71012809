// The window in which somebody signed in says so to the page that waits.
new BroadcastChannel("lakwerk").postMessage("signed in");
