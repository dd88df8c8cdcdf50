package dev.gatescope.gateway.scenario;

/** The incident report's own tests, as it wrote them. */
public enum NaiveCheck {
    /** Test 1: the first frame that comes after a message was sent is no error. */
    FIRST_FRAME_IS_NO_ERROR("Test 1: the first frame received is not an error"),
    /** Test 2: connecting and leaving quickly raises nothing on the client's side. */
    NOTHING_RAISED("Test 2: connecting and leaving quickly raises nothing in the client"),
    /** Test 3: a session came, that is, anything at all came back for a message that needs one. */
    SOMETHING_CAME_BACK("Test 3: something came back from a request that needs a session");

    private final String sentence;

    NaiveCheck(String sentence) {
        this.sentence = sentence;
    }

    /** What is checked, for people. */
    public String sentence() {
        return sentence;
    }
}
