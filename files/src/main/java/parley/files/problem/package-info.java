/**
 * What is wrong with a user's files: {@link parley.files.problem.Problem}s, gathered by {@link
 * parley.files.problem.Problems}, printed by {@link parley.files.problem.ProblemText}.
 */
package parley.files.problem;
