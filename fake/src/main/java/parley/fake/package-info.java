/**
 * Data that is made up, and made up again with the same seed.
 *
 * <pre>
 *  a dynamic variable --{@link parley.fake.FakeData}--> Plain: chance and the time
 *                              |
 *                              +--> PeopleAndThings: Datafaker, loaded when first needed
 * </pre>
 */
package parley.fake;
