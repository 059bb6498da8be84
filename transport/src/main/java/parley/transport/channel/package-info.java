/** What both roles share on top of Netty: event loops, sockets, TLS and the driven endpoint. */
package parley.transport.channel;
