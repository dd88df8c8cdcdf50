CREATE TABLE thread (
    id VARCHAR(128) PRIMARY KEY,
    owner VARCHAR(128) NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE message (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    thread_id VARCHAR(128) NOT NULL REFERENCES thread (id),
    role VARCHAR(8) NOT NULL,
    content CHARACTER VARYING NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE INDEX message_of_thread ON message (thread_id, id);
