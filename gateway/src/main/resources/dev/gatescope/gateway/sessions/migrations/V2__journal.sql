CREATE SEQUENCE connection_number START WITH 1 INCREMENT BY 1000;

CREATE TABLE event (
    id BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    type VARCHAR(64) NOT NULL,
    severity TINYINT NOT NULL,
    connection BIGINT,
    username VARCHAR(128),
    cause BIGINT NOT NULL,
    also BIGINT NOT NULL,
    message CHARACTER VARYING NOT NULL,
    data CHARACTER VARYING NOT NULL
);

CREATE INDEX event_of_connection ON event (connection, id);

CREATE TABLE closed_connection (
    id BIGINT PRIMARY KEY,
    closed_at BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    username VARCHAR(128),
    body CHARACTER VARYING NOT NULL
);

CREATE INDEX closed_connection_at ON closed_connection (closed_at);

CREATE TABLE rollup (
    at_minute BIGINT NOT NULL,
    figure VARCHAR(64) NOT NULL,
    last DOUBLE PRECISION NOT NULL,
    least DOUBLE PRECISION NOT NULL,
    most DOUBLE PRECISION NOT NULL,
    mean DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (at_minute, figure)
);
