/**
 * What goes wrong on purpose between a session and its connection: a {@link
 * parley.mock.fault.FaultyOutlet} does what {@link parley.mock.fault.Faults} say to what passes
 * through it.
 *
 * <pre>
 *  session --send--> FaultyOutlet --later, or never--> {@link parley.mock.fault.Outlet} of the connection
 * </pre>
 */
package parley.mock.fault;
