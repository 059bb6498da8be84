package parley.cli.prompt;

import java.util.function.IntSupplier;

/**
 * The terminal as those who talk know it.
 *
 * @param screen is given text to show and its weight, from any thread
 * @param openChanged is told when a connection opens and ends
 * @param timeOver is called when the time that the command line allows is over
 * @param columns how wide it is now
 */
record Surface(Entries.Sink screen, Runnable openChanged, Runnable timeOver, IntSupplier columns) {}
