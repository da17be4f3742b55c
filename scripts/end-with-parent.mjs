// Loaded into each Next process that we start: when the program that started it is killed, it goes too.
process.on("disconnect", () => process.exit(1));
