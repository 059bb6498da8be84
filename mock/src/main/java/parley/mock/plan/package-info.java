/**
 * What a mock's file is compiled to before anybody connects.
 *
 * <pre>
 *  model.Mock --{@link parley.mock.plan.MockPlanner}--> {@link parley.mock.plan.MockPlan}, or all problems at once
 *                                 | match(path)
 *  request --{@link parley.mock.plan.Asked}--> {@link parley.mock.plan.EndpointPlan} --HandshakePlan--> {@link parley.mock.plan.Verdict}
 *                                 |
 *                                 +--> engine's Plan: what each client's session does
 * </pre>
 */
package parley.mock.plan;
