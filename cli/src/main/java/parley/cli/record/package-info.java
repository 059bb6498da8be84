/** From what a connection's observer sees to entries of a transcript, with the time of each. */
package parley.cli.record;
