package parley.mock.plan;

import parley.engine.plan.Plan;
import parley.mock.fault.Faults;

/**
 * A path of a mock, compiled.
 *
 * @param path as the file has it
 * @param handshake how it answers those who ask to be let in
 * @param session what each client that is let in meets
 */
public record EndpointPlan(String path, HandshakePlan handshake, Plan session, Faults faults) {}
