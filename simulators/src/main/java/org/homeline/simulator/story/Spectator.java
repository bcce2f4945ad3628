package org.homeline.simulator.story;

/** Watches a story while it is played; what happened before it is not shown. */
public interface Spectator {
    /** Looks away. */
    Spectator NOBODY = new Spectator() {
        @Override
        public void person(String name, String number) {
            // Nobody looks.
        }

        @Override
        public void moment(Moment moment) {
            // Nobody looks.
        }
    };

    /** Somebody enters, also in what happened before. */
    void person(String name, String number);

    void moment(Moment moment);
}
