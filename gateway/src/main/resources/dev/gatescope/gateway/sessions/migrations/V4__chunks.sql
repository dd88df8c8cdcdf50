-- The events of a moment lie together in one row, with the connections that closed meanwhile: a row
-- for each costs more than what it says.
DROP TABLE event;
DROP TABLE closed_connection;

CREATE TABLE chunk (
    last_id BIGINT NOT NULL,
    first_id BIGINT NOT NULL,
    demo BOOLEAN NOT NULL,
    worst TINYINT NOT NULL,
    types CHARACTER VARYING NOT NULL,
    users CHARACTER VARYING NOT NULL,
    events BINARY VARYING NOT NULL,
    last_closed BIGINT NOT NULL,
    closed BINARY VARYING NOT NULL,
    PRIMARY KEY (last_id, first_id)
);

CREATE INDEX chunk_by_first_id ON chunk (first_id, last_id);
CREATE INDEX chunk_by_closed ON chunk (last_closed, last_id);

CREATE TABLE chunk_of_connection (
    connection BIGINT NOT NULL,
    last_id BIGINT NOT NULL,
    first_id BIGINT NOT NULL,
    PRIMARY KEY (connection, last_id, first_id)
);

CREATE INDEX chunk_of_connection_by_last_id ON chunk_of_connection (last_id);
