-- An event's number tells its time, so that no index of times is needed, and nothing is kept twice.
DROP TABLE event;

CREATE TABLE event (
    id BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    type VARCHAR(64) NOT NULL,
    severity TINYINT NOT NULL,
    connection BIGINT,
    username VARCHAR(128),
    demo BOOLEAN NOT NULL,
    cause BIGINT,
    also BIGINT,
    message CHARACTER VARYING NOT NULL,
    data CHARACTER VARYING NOT NULL
);

CREATE INDEX event_of_connection ON event (connection, id);
