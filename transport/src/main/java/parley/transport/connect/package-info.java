/** Opening connections: from a {@link parley.model.connection.ConnectSpec} to an attempt. */
package parley.transport.connect;
