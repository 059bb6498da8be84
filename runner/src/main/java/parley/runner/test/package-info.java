/** Conversations as tests: several at a time, each run for every row of its data. */
package parley.runner.test;
