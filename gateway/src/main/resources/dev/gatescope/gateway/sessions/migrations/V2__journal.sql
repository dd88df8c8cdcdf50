CREATE TABLE event (
    id BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    type VARCHAR(64) NOT NULL,
    severity TINYINT NOT NULL,
    connection BIGINT,
    username VARCHAR(128),
    demo BOOLEAN NOT NULL,
    body CHARACTER VARYING NOT NULL
);

CREATE INDEX event_of_connection ON event (connection, id);
CREATE INDEX event_at ON event (at);

CREATE TABLE closed_connection (
    id BIGINT PRIMARY KEY,
    closed_at BIGINT NOT NULL,
    username VARCHAR(128),
    demo BOOLEAN NOT NULL,
    body CHARACTER VARYING NOT NULL
);

CREATE INDEX closed_connection_at ON closed_connection (closed_at);

CREATE TABLE rollup (
    minute_at BIGINT NOT NULL,
    figure VARCHAR(64) NOT NULL,
    last_value DOUBLE PRECISION NOT NULL,
    least DOUBLE PRECISION NOT NULL,
    most DOUBLE PRECISION NOT NULL,
    mean DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (minute_at, figure)
);
