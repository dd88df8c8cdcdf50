package dev.gatescope.gateway.admin;

/** Does what a request asks for. */
@FunctionalInterface
interface Answer {
    /**
     * The answer.
     *
     * @throws AdminProblem where it is not done
     */
    AdminResponse give() throws AdminProblem;
}
