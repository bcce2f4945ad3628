package org.homeline.iso8583;

import java.util.List;
import java.util.Optional;

/** What a request that can't be read is answered with, as far as it was read: response code 30 (format error). */
final class Unreadable {
    private static final String FORMAT_ERROR = "30";
    private static final int RESPONSE_CODE = 39;

    /** What an answer has in common with its request, and what stands in it without harm. */
    private static final List<Integer> ECHOED = List.of(3, 4, 7, 11, 12, 13, 15, 32, 37, 41, 42, 49, 70);

    private Unreadable() {}

    /** Empty where there is not even a type, or it was an answer: those are answered by nobody. */
    static Optional<Message> answer(UnreadableMessageException unreadable) {
        return unreadable.soFar().filter(read -> !read.isAnswer()).map(Unreadable::refusal);
    }

    private static Message refusal(Message read) {
        var answer = Message.of(read.answerMti()).with(RESPONSE_CODE, FORMAT_ERROR);
        for (int field : ECHOED) {
            var value = read.fields().get(field);
            if (value != null) {
                answer = answer.with(field, value);
            }
        }
        return answer;
    }
}
