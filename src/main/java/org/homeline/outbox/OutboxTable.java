package org.homeline.outbox;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Where messages wait. */
@Singleton
public class OutboxTable {
    /** Writes the messages in the caller's transaction. */
    public void write(Connection connection, List<Message> messages) throws SQLException {}

    /** Writes a message that belongs to no journal; one whose id is known already changes nothing. */
    public void enqueue(Message message) {}

    /** Tells the delivery that something was committed. */
    public void wake() {}
}
