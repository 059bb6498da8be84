/**
 * The rules of the house, as tests over the classes of all modules and over the sources.
 *
 * <p>Nothing of the program is here. {@code Rules} states the rules, {@code fixture} breaks each.
 */
package parley.architecture;
