/** {@code parley trust}: whose scripts may be done. */
package parley.cli.trust;
