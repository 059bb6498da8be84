/**
 * Parley in the tests of a Java build, by the same files and in the same engine as {@code parley
 * run}.
 *
 * <pre>
 * ParleyTests.in(folder) --workspace.test--> a DynamicTest for each run of each conversation
 * Parley.connect(url)    --Talk: a Step each, given to a HandSession--> Received
 * &#64;ParleyMock("shop.mock.yaml") StartedMock mock   a parameter of a test
 * </pre>
 */
package parley.junit;
