// Loaded into the web server: when the script that started it is killed, the server must not linger on its port.
process.on("disconnect", () => process.exit(0));
