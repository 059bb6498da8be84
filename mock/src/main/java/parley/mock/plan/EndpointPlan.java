package parley.mock.plan;

import parley.engine.plan.Plan;
import parley.mock.auto.AutoPlan;
import parley.mock.fault.Faults;

/**
 * A path of a mock, compiled.
 *
 * @param path as the file has it
 * @param handshake how it answers those who ask to be let in
 * @param session what each client that is let in meets
 * @param auto what answers that no rule of the session takes
 */
public record EndpointPlan(
    String path, HandshakePlan handshake, Plan session, AutoPlan auto, Faults faults) {}
