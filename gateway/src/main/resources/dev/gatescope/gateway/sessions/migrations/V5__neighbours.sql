-- Connections that come together have neighbouring numbers, and their events lie in the same chunks.
-- A row for 64 of them costs a reader a chunk in vain now and then, and the writer a row for each
-- chunk rather than one for each connection.
CREATE TABLE chunk_of_neighbours (
    neighbours BIGINT NOT NULL,
    last_id BIGINT NOT NULL,
    first_id BIGINT NOT NULL,
    PRIMARY KEY (neighbours, last_id, first_id)
);

INSERT INTO chunk_of_neighbours (neighbours, last_id, first_id)
    SELECT DISTINCT connection / 64, last_id, first_id FROM chunk_of_connection;

CREATE INDEX chunk_of_neighbours_by_last_id ON chunk_of_neighbours (last_id);

DROP TABLE chunk_of_connection;
