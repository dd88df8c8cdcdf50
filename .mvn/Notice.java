/** What {@code ./mvnw -q -Prun} says first, since a quiet Maven says nothing while it downloads. */
class Notice {

    static void main() {
        IO.println(
                "Building Gatescope (the first build downloads its libraries, which takes some"
                        + " minutes) …");
    }
}
