/**
 * From the name of a host to a socket that is connected to it, over one of its addresses (RFC 8305)
 * or a socket file of this machine. {@link parley.transport.address.Reach} goes the whole way.
 *
 * <pre>
 *   HostPort --Lookup (AddressOrder, Interfaces)--> addresses --AddressTries--> a connected socket
 *                                                      SocketSource: from which address of ours
 *                                                      NetworkFailure: why one did not answer
 * </pre>
 */
package parley.transport.address;
