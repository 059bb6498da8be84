/** TLS of both roles: keys and certificates, contexts, and what a failure probably means. */
package parley.transport.tls;
