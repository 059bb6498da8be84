/**
 * Opening a connection, as data: what is asked for ({@link parley.model.connection.ConnectSpec})
 * and what came of it ({@link parley.model.connection.Attempt}).
 */
package parley.model.connection;
