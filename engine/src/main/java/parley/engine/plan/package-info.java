/**
 * What a conversation or a mock is compiled to before anything connects: a {@link
 * parley.engine.plan.Plan}, immutable and shared by all sessions that go through it. Names are
 * slots, templates and expressions are code, messages that never change are bytes.
 *
 * <pre>
 *  model.Conversation --Planner--> Plan (StepPlan, MessagePlan, CheckPlan, ConnectPlan...)
 *                        |
 *                        +-------> PlanProblem, all at once
 * </pre>
 */
package parley.engine.plan;
